package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.FilePayload;
import dev.hotdesk.bench.site.Site;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a session's life looks like to customers and operators, in real browsers. */
@ExtendWith({Browsers.class, OpenHouse.class})
class ScreensIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Browsers.Lent browsers;
  private final Site site;

  ScreensIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void who_waits_sees_their_place_and_operators_see_why_they_are_there() {
    var customer = ShopWindow.open(browsers, site, "zh-CN", "/");
    var words = waits(customer);
    assertThat(customer.page().getByTestId("hotdesk-queue"))
        .hasAttribute("data-position", Pattern.compile("[1-9]\\d*"));
    assertThat(customer.page().getByTestId("hotdesk-queue")).containsText("您排在第");
    Browsers.screenshot(customer.page(), "customer-queue-zh");

    var amy = DeskWindow.open(browsers, site, "amy");
    amy.openCard("waiting", words);
    DeskWindow.sees(amy.page().getByTestId("place"));
    amy.press("why");
    DeskWindow.sees(amy.page().getByTestId("reason"));
    Browsers.screenshot(amy.page(), "operator-why");
    isForEverybody(amy.page());
    amy.press("why-close");

    amy.press("take");
    DeskWindow.sees(amy.page().getByTestId("composer"));
    assertThat(customer.page().getByTestId("hotdesk-queue")).isHidden();
    answersAsSuggested(customer, amy);
    amy.press("close");
    customer.close();
    amy.close();
  }

  private static void answersAsSuggested(ShopWindow customer, DeskWindow amy) {
    assertThat(amy.page().getByTestId("handover")).hasAttribute("data-reason", "handoff");
    customer.say("我的订单到哪了？");
    var suggestion = amy.page().getByTestId("suggestion").first();
    DeskWindow.sees(suggestion);
    assertThat(suggestion.getByTestId("suggestion-source")).containsText("agent-");
    Browsers.screenshot(amy.page(), "operator-suggestions");
    isForEverybody(amy.page());
    suggestion.click();
    assertThat(amy.page().getByTestId("composer")).not().hasValue("");
    amy.press("send");
    DeskWindow.sees(customer.messages("operator").last());
    assertThat(amy.page().getByTestId("suggestion")).hasCount(0);
  }

  @Test
  void both_sides_see_how_far_the_other_has_got_and_what_was_taken_back() {
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    var words = waits(customer);
    var amy = DeskWindow.open(browsers, site, "amy");
    amy.openCard("waiting", words);
    amy.press("take");
    DeskWindow.sees(amy.page().getByTestId("composer"));
    assertThat(customer.own(words)).hasAttribute("data-receipt", "read");
    amy.say("You get 50 % off");
    assertThat(amy.said("operator", "50 %").getByTestId("receipt"))
        .hasAttribute("data-receipt", "read");
    Browsers.screenshot(amy.page(), "operator-receipts");

    amy.said("operator", "50 %").getByTestId("recall-message").click();
    DeskWindow.sees(amy.page().getByTestId("recalled"));
    assertThat(customer.page().locator("[data-testid=hotdesk-message][data-recalled]"))
        .containsText("taken back");
    assertThat(customer.page().getByTestId("hotdesk-log")).not().containsText("50 %");
    Browsers.screenshot(customer.page(), "customer-recalled");
    Browsers.screenshot(amy.page(), "operator-recalled");
    amy.press("close");
    customer.close();
    amy.close();
  }

  @Test
  void an_operator_says_how_they_are_finds_what_was_said_and_takes_the_next() {
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    var words = waits(customer);
    var amy = DeskWindow.open(browsers, site, "amy");
    amy.page().getByTestId("status").selectOption("busy");
    assertThat(amy.page().getByTestId("status")).hasAttribute("data-status", "busy");
    amy.page().getByTestId("status").selectOption("online");
    assertThat(amy.page().getByTestId("capacity")).hasText(Pattern.compile("\\d+/\\d+"));

    DeskWindow.sees(amy.card("waiting", words));
    amy.press("next");
    DeskWindow.sees(amy.page().getByTestId("composer"));
    var given = amy.page().getByTestId("thread").getAttribute("data-conversation");
    amy.page().keyboard().press("Control+k");
    finds(amy, words.substring("receipt ".length()));
    Browsers.screenshot(amy.page(), "operator-search");
    isForEverybody(amy.page());
    amy.page().getByTestId("hit").first().click();
    DeskWindow.sees(amy.said("customer", words));
    for (var mine : List.of(given, customer.conversation())) {
      release(amy, mine);
    }
    customer.close();
    amy.close();
  }

  @Test
  void groups_skills_and_rules_are_edited_and_tried_in_the_console() {
    var console = ConsoleWindow.open(browsers, site, "en-GB", "teams");
    console.press("group-create");
    console.page().getByTestId("group-name").fill("returns");
    console.page().getByTestId("member-amy").check();
    console.press("dialog-submit");
    console.sees(console.page().locator("[data-testid=group][data-name=returns]"));
    var amy = console.page().locator("[data-testid=profile][data-login=amy]");
    profile(console, "3", "refunds, english");
    assertThat(amy.getByTestId("profile-capacity")).hasText("3");
    assertThat(amy.getByTestId("profile-skills")).hasText("english, refunds");
    console.photograph("console-teams");
    isForEverybody(console.page());
    profile(console, "0", "");

    console.press("tab-routing");
    console.press("rule-add");
    console.page().getByTestId("rule-name").last().fill("Returns");
    console.page().getByTestId("rule-group").last().fill("returns");
    console.page().getByTestId("rule-store").last().fill("nowhere");
    console.page().getByTestId("try-store").fill("nowhere");
    console.press("try-submit");
    assertThat(console.page().getByTestId("tried")).hasAttribute("data-group", "returns");
    console.photograph("console-routing");
    isForEverybody(console.page());
    console.press("rules-save");
    assertThat(console.page().getByTestId("rules-save")).isDisabled();
    console.page().getByTestId("rule-remove").last().click();
    console.press("rules-save");
    assertThat(console.page().getByTestId("rules-save")).isDisabled();

    console.press("tab-teams");
    console
        .page()
        .locator("[data-testid=group][data-name=returns]")
        .getByTestId("group-remove")
        .click();
    console.press("dialog-submit");
    console.seesNo(console.page().locator("[data-testid=group][data-name=returns]"));
    console.close();
  }

  @Test
  void a_supervisors_notice_reaches_who_waits_and_colleagues_see_who_looks() {
    var customer = ShopWindow.open(browsers, site, "zh-CN", "/");
    var words = waits(customer);
    var amy = DeskWindow.open(browsers, site, "amy");
    amy.openCard("waiting", words);
    var sue = DeskWindow.open(browsers, site, "sue");
    sue.openCard("waiting", words);
    assertThat(amy.page().getByTestId("viewers")).containsText("Sue");
    var notice = "Parcels are late today " + System.nanoTime();
    sue.press("notice");
    sue.page().getByTestId("notice-text").fill(notice);
    sue.press("notice-submit");
    DeskWindow.sees(sue.page().getByTestId("told"));
    Browsers.screenshot(sue.page(), "supervisor-notice");
    isForEverybody(sue.page());
    DeskWindow.sees(
        customer.messages("operator").filter(new Locator.FilterOptions().setHasText(notice)));
    Browsers.screenshot(customer.page(), "customer-notice-zh");
    DeskWindow.sees(amy.page().getByTestId("noticed"));
    Browsers.screenshot(amy.page(), "operator-noticed");
    amy.press("take");
    amy.press("close");
    customer.close();
    amy.close();
    sue.close();
  }

  @Test
  void both_sides_send_files_and_a_file_that_lies_is_refused_in_plain_words() throws IOException {
    var customer = ShopWindow.open(browsers, site, "zh-CN", "/");
    var words = waits(customer);
    var files = customer.page().getByTestId("hotdesk-file-input");
    files.setInputFiles(new FilePayload("lie.png", "image/png", "MZ no picture".getBytes(UTF_8)));
    assertThat(customer.page().getByTestId("hotdesk-file")).hasAttribute("data-state", "refused");
    Browsers.screenshot(customer.page(), "customer-file-refused-zh");
    customer.page().getByTestId("hotdesk-file-remove").click();
    files.setInputFiles(new FilePayload("shoe.png", "image/png", picture()));
    assertThat(customer.page().getByTestId("hotdesk-file")).hasAttribute("data-state", "there");
    customer.page().getByTestId("hotdesk-send").click();
    DeskWindow.sees(customer.page().getByTestId("hotdesk-thumbnail"));
    Browsers.screenshot(customer.page(), "customer-attachment-zh");

    var amy = DeskWindow.open(browsers, site, "amy");
    DeskWindow.sees(amy.cardOf("waiting", customer.conversation()));
    amy.cardOf("waiting", customer.conversation()).click();
    amy.press("take");
    DeskWindow.sees(amy.page().getByTestId("thumbnail"));
    amy.page()
        .getByTestId("file-input")
        .setInputFiles(new FilePayload("label.png", "image/png", picture()));
    assertThat(amy.page().getByTestId("file")).hasAttribute("data-state", "there");
    amy.press("send");
    assertThat(customer.page().getByTestId("hotdesk-thumbnail")).hasCount(2);
    Browsers.screenshot(amy.page(), "operator-attachments");
    assertThat(amy.said("customer", words)).isVisible();
    amy.press("close");
    customer.close();
    amy.close();
  }

  @Test
  void an_admin_sees_servers_threads_and_recordings_and_empties_a_server_for_a_while() {
    var console = ConsoleWindow.open(browsers, site, "en-GB", "servers");
    console.sees(console.page().locator("[data-testid=thread-group][data-owner=journal]"));
    assertThat(console.page().getByTestId("threads")).hasAttribute("data-strays", "0");
    console.press("recording-create");
    console.page().getByTestId("recording-seconds").fill("1");
    console.press("dialog-submit");
    console.sees(console.page().locator("[data-testid=recording][data-running=false]"));
    console.photograph("console-servers");
    isForEverybody(console.page());
    var saved =
        console.page().waitForDownload(() -> console.page().getByTestId("recording-save").click());
    org.assertj.core.api.Assertions.assertThat(saved.suggestedFilename()).endsWith(".jfr");
    org.assertj.core.api.Assertions.assertThat(saved.path()).isNotEmptyFile();
    console.press("recording-remove");
    console.seesNo(console.page().getByTestId("recording"));

    console.press("node-drain");
    console.press("dialog-submit");
    console.sees(console.page().locator("[data-testid=node][data-state=drained]"));
    console.photograph("console-drained");
    console.press("node-undrain");
    console.sees(console.page().locator("[data-testid=node][data-state=open]"));
    console.close();

    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    waits(customer);
    customer.close();
  }

  @Test
  void an_admin_reads_what_happened_day_by_day() {
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    var words = waits(customer);
    var amy = DeskWindow.open(browsers, site, "amy");
    amy.openCard("waiting", words);
    amy.press("take");
    amy.say("Good morning");
    amy.press("close");

    var console = ConsoleWindow.open(browsers, site, "zh-CN", "reports");
    console.page().getByTestId("report-by").selectOption("operator");
    var line = console.page().locator("[data-testid=report-row][data-name=amy]");
    console.sees(line);
    assertThat(console.page().getByTestId("report"))
        .hasAttribute("data-sessions", Pattern.compile("[1-9]\\d*"));
    assertThat(console.page().getByTestId("report-day")).hasCount(8);
    assertThat(console.page().getByTestId("report-source")).containsText("主库");
    console.photograph("console-reports-zh");
    isForEverybody(console.page());
    triesASentence(console);
    console.close();
    customer.close();
    amy.close();
  }

  private static void triesASentence(ConsoleWindow console) {
    console.press("tab-understanding");
    console.page().getByTestId("sentence").fill("我的订单到哪了？");
    console.press("sentence-try");
    console.sees(console.page().getByTestId("near").first());
    assertThat(console.page().getByTestId("understood"))
        .hasAttribute("data-intent", Pattern.compile("order\\..+"));
    console.sees(console.page().locator("[data-testid=intent-row][data-intent='order.status']"));
    console.photograph("console-understanding-zh");
    isForEverybody(console.page());
  }

  /** The demo has no channel that is called: what one would say is added to the real socket. */
  @Test
  void an_operator_sees_what_a_channel_did_not_deliver_and_may_send_it_again() {
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    var words = waits(customer);
    var sockets = new ArrayList<WebSocketRoute>();
    var amy =
        DeskWindow.open(
            browsers,
            site,
            "amy",
            page ->
                page.routeWebSocket(
                    Pattern.compile(".*/ws/operator.*"),
                    socket -> {
                      socket.connectToServer();
                      sockets.add(socket);
                    }));
    var conversation = amy.openCard("waiting", words);
    customer.close();
    amy.press("take");
    amy.say("It left this morning");
    var said = amy.said("operator", "It left");
    var frame =
        "{\"type\":\"delivery\",\"conversation\":\"%s\",\"message\":%s,\"state\":\"failed\",\"attempt\":1,\"code\":\"45015\",\"reason\":\"not a follower\",\"retryable\":true}"
            .formatted(conversation, said.getAttribute("data-seq"));
    sockets.getLast().send(frame.replace("failed", "sending"));
    assertThat(said.getByTestId("receipt")).hasAttribute("data-receipt", "sending");
    sockets.getLast().send(frame);
    assertThat(said.getByTestId("receipt-reason")).containsText("not a follower 45015");
    Browsers.screenshot(amy.page(), "operator-not-delivered");
    said.getByTestId("retry-message").click();
    // The server knows better: nothing of it is in its outbox.
    DeskWindow.sees(amy.page().getByText("This message cannot be sent again"));
    amy.press("close");
    amy.close();
  }

  private static byte[] picture() throws IOException {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void profile(ConsoleWindow console, String capacity, String skills) {
    console
        .page()
        .locator("[data-testid=profile][data-login=amy]")
        .getByTestId("profile-edit")
        .click();
    console.page().getByTestId("new-capacity").fill(capacity);
    console.page().getByTestId("new-skills").fill(skills);
    console.press("dialog-submit");
    console.seesNo(console.page().getByTestId("profile-dialog"));
  }

  /** What was said can be found a moment later: looks again until it is. */
  private static void finds(DeskWindow desk, String what) {
    var field = desk.page().getByTestId("search-words");
    await()
        .pollInSameThread()
        .atMost(SOON)
        .until(
            () -> {
              field.fill("");
              field.fill(what);
              desk.page().waitForTimeout(1_000);
              return desk.page().getByTestId("hit").count() > 0;
            });
  }

  /** Whoever was taken is let go, so that the next test finds the house as it was. */
  private static void release(DeskWindow desk, String conversation) {
    var card = desk.cardOf("mine", conversation);
    if (card.count() > 0) {
      card.click();
      desk.press("close");
      assertThat(card).hasCount(0);
    }
  }

  private static String waits(ShopWindow customer) {
    customer.say("转人工");
    customer.awaitState("waiting");
    var words = "receipt " + System.nanoTime();
    customer.say(words);
    return words;
  }

  /** As far as a machine can tell: WCAG 2.2, levels A and AA. */
  private static void isForEverybody(Page page) {
    var found =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    org.assertj.core.api.Assertions.assertThat(found)
        .map(it -> it.getId() + " " + it.getNodes().stream().map(CheckedNode::getHtml).toList())
        .isEmpty();
  }
}
