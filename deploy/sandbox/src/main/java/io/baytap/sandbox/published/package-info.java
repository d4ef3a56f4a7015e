/**
 * What a journey should cost, looked up in the tables of published figures. Knows no feed, no policy and no code of the line:
 * two ways to the same figure are worth something only while they share nothing.
 */
@NullMarked
package io.baytap.sandbox.published;

import org.jspecify.annotations.NullMarked;
