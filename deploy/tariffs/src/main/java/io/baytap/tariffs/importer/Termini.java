package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Route;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** KMB's termini by the names that its section fares use: those are Chinese, the routes' are English. Our reading. */
final class Termini {

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("屯門市中心", "TUEN MUN CENTRAL"),
            Map.entry("屯門山景", "TUEN MUN (SHAN KING ESTATE)"),
            Map.entry("屯門良景", "TUEN MUN (LEUNG KING ESTATE)"),
            Map.entry("屯門碼頭", "TUEN MUN PIER HEAD"),
            Map.entry("屯門站", "TUEN MUN STATION"),
            Map.entry("友愛南", "TUEN MUN (YAU OI SOUTH)"),
            Map.entry("屯門大興", "TUEN MUN (TAI HING ESTATE)"),
            Map.entry("屯門兆康", "TUEN MUN (SIU HONG COURT)"),
            Map.entry("屯門寶田", "TUEN MUN (PO TIN ESTATE)"),
            Map.entry("元朗洪水橋", "HUNG SHUI KIU (HUNG FUK ESTATE)"),
            Map.entry("元朗朗屏邨", "LONG PING ESTATE"),
            Map.entry("元朗朗屏站", "LONG PING STATION"),
            Map.entry("元朗德業街", "YUEN LONG (TAK YIP STREET)"),
            Map.entry("天水圍市中心", "TIN SHUI WAI TOWN CENTRE"),
            Map.entry("天水圍天瑞", "TIN SHUI"),
            Map.entry("天水圍天恆", "TIN HENG ESTATE"),
            Map.entry("天水圍天富", "TIN FU"),
            Map.entry("天水圍天恩", "TIN YAN ESTATE"),
            Map.entry("天水圍天慈", "TIN TSZ"),
            Map.entry("天水圍站", "TIN SHUI WAI STATION"),
            Map.entry("寶林", "PO LAM"),
            Map.entry("西貢市中心", "SAI KUNG"),
            Map.entry("翠林", "TSUI LAM"),
            Map.entry("將軍澳工業邨", "TSEUNG KWAN O INDUSTRIAL ESTATE"),
            Map.entry("坑口", "HANG HAU (NORTH) (TSEUNG KWAN O HOSPITAL)"),
            Map.entry("康城站", "LOHAS PARK STATION"),
            Map.entry("康盛花園", "HONG SING GARDEN"),
            Map.entry("彩明", "TSEUNG KWAN O (CHOI MING)"),
            Map.entry("粉嶺祥華總站", "FANLING (CHEUNG WAH)"),
            Map.entry("上水總站", "SHEUNG SHUI"),
            Map.entry("上水天平邨總站", "SHEUNG SHUI (TIN PING)"));

    private static final String CIRCULAR = "(CIRCULAR)";

    private Termini() {}

    /** Empty for a place that is no terminus. */
    static Optional<String> english(String place) {
        return Optional.ofNullable(ENGLISH.get(place));
    }

    static boolean startsAt(Route route, String terminus) {
        return name(route).startsWith(terminus + " - ");
    }

    /** A circular route ends where it starts. */
    static boolean endsAt(Route route, String terminus) {
        return name(route).endsWith(CIRCULAR)
                ? startsAt(route, terminus)
                : name(route).endsWith(" - " + terminus);
    }

    private static String name(Route route) {
        return route.name().toUpperCase(Locale.ROOT);
    }
}
