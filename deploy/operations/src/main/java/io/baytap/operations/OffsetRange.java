package io.baytap.operations;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Offsets from first to last, both of them included. */
record OffsetRange(long first, long last) {

    static final OffsetRange ALL = new OffsetRange(0, Long.MAX_VALUE);

    boolean contains(long offset) {
        return first <= offset && offset <= last;
    }

    /** {@code 17} or {@code 3-17}. */
    static final class Converter implements ITypeConverter<OffsetRange> {

        @Override
        public OffsetRange convert(String text) {
            if (!text.matches("\\d{1,18}(-\\d{1,18})?")) {
                throw new TypeConversionException("'" + text + "' is neither an offset nor a range like 3-17");
            }
            int dash = text.indexOf('-');
            long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
            long last = Long.parseLong(text.substring(dash + 1));
            if (last < first) {
                throw new TypeConversionException("'" + text + "' ends before it begins");
            }
            return new OffsetRange(first, last);
        }
    }
}
