package io.baytap.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.baytap.sandbox.identity.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One person proposes and another approves, each in a browser: wallet-settlement hears each of them by their own token. */
@QuarkusTest
@TestProfile(RolesProfile.class)
@QuarkusTestResource(ReportingStack.class)
@QuarkusTestResource(Neighbours.class)
class RideLoginIT {

    private static final String APPROVAL = "/v1/proposals/" + BookedRide.PROPOSAL + "/approval";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // injected
    URL address;

    @Test
    void aHelperProposesAndFinanceApprovesEachInTheirOwnName() {
        BookedRide.travelled(
                () -> given().auth().oauth2(RolesProfile.Provider.get().token(Person.ADA)));
        Neighbours.recover();
        Neighbours.wallets().says("POST /v1/proposals", 201, BookedRide.proposal("PENDING", "hana", "null"));
        Neighbours.wallets().says("POST " + APPROVAL, 200, BookedRide.proposal("APPROVED", "hana", "\"fiona\""));
        try (var chromium = new Chromium()) {
            try (BrowserContext hana = chromium.visitor(new NewContextOptions())) {
                Page page = ride(hana, "hana");
                assertThat(page.locator("form[action$=approval]").count()).isZero();

                page.locator("#CORRECTION-amount").fill("-4.00");
                page.locator("#CORRECTION-reason").fill("the lift was out of order");
                page.keyboard().press("Enter");
                page.waitForURL("**#proposals");
            }
            try (BrowserContext ada = chromium.visitor(new NewContextOptions())) {
                assertThat(ride(ada, "ada").locator("main form").count()).isZero();
            }
            try (BrowserContext fiona = chromium.visitor(new NewContextOptions())) {
                Page page = ride(fiona, "fiona");

                page.locator("form[action$=approval] button").click();
                page.waitForURL("**#proposals");
            }
        }

        assertThat(tokens("POST /v1/proposals")).singleElement().asString().contains("\"upn\":\"hana\"");
        assertThat(tokens("POST " + APPROVAL)).singleElement().asString().contains("\"upn\":\"fiona\"");
        assertThat(tokens("GET /v1/charges"))
                .anyMatch(token -> token.contains("\"upn\":\"hana\""))
                .anyMatch(token -> token.contains("\"upn\":\"ada\""))
                .allMatch(token -> token.contains("\"upn\":\""));
    }

    private Page ride(BrowserContext visitor, String person) {
        Page page = visitor.newPage();
        page.navigate(address + BookedRide.PAGE.substring(1));
        page.locator("button[value=" + person + "]").click();
        page.waitForLoadState();
        // Once more: now the session is known by its cookies alone.
        page.navigate(address + BookedRide.PAGE.substring(1) + "?lang=en");
        assertThat(page.getByTestId("visitor").textContent()).isEqualTo(person);
        return page;
    }

    /** What the tokens say that came with such questions. */
    private static List<String> tokens(String request) {
        return Neighbours.wallets().heard().stream()
                .filter(heard -> (heard.request() + "?").startsWith(request + "?"))
                .map(heard -> heard.authorization().replace("Bearer ", ""))
                .map(token -> token.contains(".")
                        ? new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8)
                        : "no token")
                .toList();
    }
}
