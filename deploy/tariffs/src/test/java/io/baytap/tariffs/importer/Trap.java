package io.baytap.tariffs.importer;

/**
 * One thing wrong in a folder of published files.
 *
 * @param file the file to spoil
 * @param text what stands there
 * @param by what is put in its place
 * @param refused the file that has to be refused
 * @param row the row that has to be named; 0 if it is no single one
 * @param reason a part of what has to be said
 */
record Trap(String file, String text, String by, String refused, long row, String reason) {

    static Trap of(String file, String text, String by, long row, String reason) {
        return new Trap(file, text, by, file, row, reason);
    }

    /** The fault shows in another file than the one that is spoilt. */
    Trap refusing(String other) {
        return new Trap(file, text, by, other, row, reason);
    }

    @Override
    public String toString() {
        return refused + " row " + row + ": " + reason;
    }
}
