package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** People log in and out with a browser, at an identity provider that speaks OpenID Connect. */
@QuarkusTest
@TestProfile(RolesProfile.class)
@QuarkusTestResource(ReportingStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class LoginIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Chromium chromium;
    private BrowserContext visitor;
    private Page page;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @BeforeAll
    void start() {
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @BeforeEach
    void visit() {
        visitor = chromium.visitor(new NewContextOptions());
        page = visitor.newPage();
    }

    @AfterEach
    void leave() {
        visitor.close();
        RolesProfile.Provider.get().dateLoginsBack(Duration.ZERO);
    }

    @Test
    void whoeverLogsInGetsWhatTheyHadAskedForAndNoAddressHoldsAToken() {
        List<String> addresses = new ArrayList<>();
        visitor.onRequest(request -> addresses.add(request.url()));

        page.navigate(address + "line?lang=zh-Hant");
        assertThat(page.title()).isEqualTo("Development login");
        choose("fiona");

        assertThat(page.url()).isEqualTo(address + "line?lang=zh-Hant");
        assertThat(page.getByTestId("visitor").textContent()).isEqualTo("fiona");
        assertThat(addresses).noneMatch(url -> url.contains("eyJ"));
        assertThat(sessions()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite.name()).isEqualTo("LAX");
            assertThat(cookie.value).doesNotStartWith("eyJhbGciOiJSUzI1NiI");
        });
    }

    @Test
    void whoeverLacksTheRoleIsToldSoOnAPage() {
        logIn("hana");
        assertThat(page.url()).isEqualTo(address + "line");

        Response answer = Objects.requireNonNull(page.navigate(address + "money"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.getByTestId("refused").getAttribute("data-reason")).isEqualTo("ROLE_MISSING");
        assertThat(page.locator("nav.screens a").allTextContents()).containsExactly("Line", "Trace", "Fare advice");
    }

    @Test
    void whoeverHasNoRoleSeesNothing() {
        logIn("noel");

        assertThat(page.getByTestId("refused").isVisible()).isTrue();
        assertThat(page.locator("nav.screens a").count()).isZero();
    }

    @Test
    void whoeverLogsOutHasToLogInAgain() {
        logIn("ada");
        List<Cookie> kept = visitor.cookies();

        page.locator(".visitor button").click();
        page.waitForURL(RolesProfile.Provider.get().url() + "/**");

        assertThat(page.title()).isEqualTo("Development login");
        assertThat(sessions()).isEmpty();
        page.navigate(address + "money");
        assertThat(page.title()).isEqualTo("Development login");
        // Whoever copied the cookie has it until its token expires; the provider refreshes it no more.
        visitor.addCookies(kept);
        await().atMost(LIMIT).untilAsserted(() -> {
            page.navigate(address + "money");
            assertThat(page.title()).isEqualTo("Development login");
        });
    }

    @Test
    void whoeverIsBusyStaysLoggedInBeyondTheLifeOfAToken() {
        logIn("ada");
        Duration longer = RolesProfile.TOKEN_LIFE.plus(RolesProfile.IDLE_MAX).plusSeconds(2);

        await().during(longer)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    page.navigate(address + "money");
                    assertThat(page.getByTestId("visitor").textContent()).isEqualTo("ada");
                });
    }

    @Test
    void whoeverIsIdleHasToLogInAgain() {
        logIn("ada");

        await().atMost(LIMIT).until(() -> sessions().isEmpty());
        page.navigate(address + "money");

        assertThat(page.title()).isEqualTo("Development login");
    }

    @Test
    void whoeverLoggedInTooLongAgoHasToLogInAgain() {
        RolesProfile.Provider.get().dateLoginsBack(Duration.ofHours(12).plusMinutes(1));
        page.navigate(address + "money");
        choose("ada");
        assertThat(page.title()).isEqualTo("Development login");

        RolesProfile.Provider.get().dateLoginsBack(Duration.ofHours(11));
        choose("ada");

        assertThat(page.getByTestId("visitor").textContent()).isEqualTo("ada");
    }

    @Test
    void anotherSiteCannotActForWhoeverIsLoggedIn() {
        logIn("ada");

        // The other site is a page of the provider's, by another name for the same machine.
        page.navigate("http://127.0.0.1:" + RolesProfile.Provider.get().url().getPort() + "/logout");
        page.setContent("<form method=post action='" + address + "logout'><button>Win a prize</button></form>");
        Response answer =
                page.waitForResponse("**/logout", () -> page.locator("button").click());

        assertThat(answer.status()).isEqualTo(403);
        page.waitForLoadState();
        assertThat(page.getByTestId("refused").getAttribute("data-reason")).isEqualTo("CROSS_SITE");
        assertThat(sessions()).isNotEmpty();
    }

    private void logIn(String person) {
        page.navigate(address.toString());
        choose(person);
    }

    private void choose(String person) {
        page.locator("button[value=" + person + "]").click();
        page.waitForLoadState();
    }

    private List<Cookie> sessions() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .toList();
    }
}
