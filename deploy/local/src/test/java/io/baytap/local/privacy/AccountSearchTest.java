package io.baytap.local.privacy;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountSearchTest {

    private static final List<String> ACCOUNTS =
            IntStream.range(0, 5_000).mapToObj("fuw.7.h%07d"::formatted).toList();
    private static final AccountSearch SEARCH = AccountSearch.of(ACCOUNTS);

    @Test
    void everySpellingIsFoundInTheMidstOfOtherText() {
        String account = ACCOUNTS.get(4711);
        byte[] bytes = account.getBytes(UTF_8);

        assertThat(find("\"sub\":\"" + account + "\",")).isEqualTo("as it is written");
        assertThat(find("x" + HexFormat.of().formatHex(bytes) + "y")).isEqualTo("in hex");
        assertThat(find(HexFormat.of().withUpperCase().formatHex(bytes))).isEqualTo("in hex");
        assertThat(find("?a=" + HexFormat.of().withPrefix("%").withUpperCase().formatHex(bytes)))
                .isEqualTo("percent-encoded");
        assertThat(SEARCH.find(("é" + account).getBytes(UTF_16BE))).isEqualTo("in UTF-16");
        assertThat(SEARCH.find(("é" + account).getBytes(UTF_16LE))).isEqualTo("in UTF-16");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void itIsFoundWhereverItStandsInATextThatWasEncodedAsAWhole(int before) {
        byte[] text = ("x".repeat(before) + ACCOUNTS.get(17) + "~~~").getBytes(UTF_8);

        assertThat(find("eyJ" + Base64.getEncoder().encodeToString(text))).startsWith("in base64");
        assertThat(find("{}." + Base64.getUrlEncoder().withoutPadding().encodeToString(text) + ".sig"))
                .startsWith("in base64");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsNoAccountIsNotFoundAndAnyAccountIs(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1_000];
            random.nextBytes(noise);
            assertThat(SEARCH.find(noise)).isNull();

            byte[] account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size())).getBytes(UTF_8);
            System.arraycopy(account, 0, noise, random.nextInt(noise.length - account.length + 1), account.length);
            assertThat(SEARCH.find(noise)).isEqualTo("as it is written");
        }
    }

    @Test
    void anotherAccountThatLooksAlikeIsNone() {
        assertThat(find("fuw.7.h0005000 fuw.8.h0000017 fuw.7.o0000017 fuw.7.h000017"))
                .isNull();
    }

    @Test
    void anAccountAcrossTwoPiecesOfAStreamIsFound() throws IOException {
        byte[] account = ACCOUNTS.get(17).getBytes(UTF_8);
        for (int before = (1 << 20) - account.length; before <= 1 << 20; before++) {
            byte[] content = new byte[(1 << 20) + 100];
            System.arraycopy(account, 0, content, before, account.length);
            var findings = findings();

            findings.look("stream", new ByteArrayInputStream(content));

            assertThat(findings.found()).as("after " + before).hasSize(1);
            assertThat(findings.bytes()).isEqualTo(content.length);
        }
    }

    @Test
    void whatIsPackedIsLookedIntoAsWell() throws IOException {
        byte[] text = ACCOUNTS.get(17).repeat(100).getBytes(UTF_8);
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("empty"));
            zip.putNextEntry(new ZipEntry("sheet"));
            zip.write(text);
        }
        var gzipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(text);
        }
        var findings = findings();

        findings.look("zip", zipped.toByteArray());
        findings.look("gzip", gzipped.toByteArray());
        findings.look("neither", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});

        assertThat(findings.found())
                .containsExactly(
                        "an account stands in gzip, as it is written", "an account stands in zip, as it is written");
    }

    @Test
    void anAccountOfAFewLettersIsNotSearchedFor() {
        assertThatThrownBy(() -> AccountSearch.of(List.of("a7c91"))).hasMessageContaining("too short");
    }

    private static Findings findings() {
        return new Findings(List.of(new Sought("an account", SEARCH, _ -> false)));
    }

    private static @Nullable String find(String text) {
        return SEARCH.find(text.getBytes(UTF_8));
    }
}
