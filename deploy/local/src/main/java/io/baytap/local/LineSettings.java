package io.baytap.local;

import java.util.function.BiFunction;

/**
 * How the services run.
 *
 * @param ordeal what is done to them during the day
 */
record LineSettings(LineShape shape, BiFunction<Line, Screen, Ordeal> ordeal) {}
