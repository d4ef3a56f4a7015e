/** Gates that reach the service through an MQTT 5 broker. */
@NullMarked
package io.baytap.tap.mqtt;

import org.jspecify.annotations.NullMarked;
