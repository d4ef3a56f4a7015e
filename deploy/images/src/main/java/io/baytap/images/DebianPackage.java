package io.baytap.images;

/** A package of Debian of which files are in the image. */
record DebianPackage(String name, String version, String architecture) {

    /** As scanners of vulnerabilities know it (package URL). */
    String purl() {
        return "pkg:deb/debian/" + name + "@" + version.replace("+", "%2B").replace(":", "%3A") + "?arch="
                + architecture;
    }
}
