package dev.hotdesk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The walls of the house, where the compiler cannot see them. ARCHITECTURE.md says why they stand.
 */
@AnalyzeClasses(packages = "dev.hotdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String API = "dev.hotdesk.api..";
  private static final String[] CORE = {
    "dev.hotdesk.session..",
    "dev.hotdesk.assignment..",
    "dev.hotdesk.hours..",
    "dev.hotdesk.routing..",
    "dev.hotdesk.conversation..",
    "dev.hotdesk.function..",
    "dev.hotdesk.delivery..",
    "dev.hotdesk.privacy..",
    "dev.hotdesk.learning.."
  };
  private static final String[] HOST = {
    "dev.hotdesk.capability..",
    "dev.hotdesk.generation..",
    "dev.hotdesk.execution..",
    "dev.hotdesk.weave..",
    "dev.hotdesk.rollout..",
    "dev.hotdesk.drop..",
    "dev.hotdesk.verify..",
    "dev.hotdesk.retire..",
    "dev.hotdesk.heap.."
  };
  private static final String UNDERSTANDING = "dev.hotdesk.understanding..";
  private static final String SERVER = "dev.hotdesk.server..";

  @ArchTest
  static final ArchRule the_contract_knows_nobody =
      classes()
          .that()
          .resideInAPackage(API)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(API, "java..", "javax.sql..", "org.jspecify..", "org.pf4j.."));

  @ArchTest
  static final ArchRule the_rules_of_a_session_are_pure =
      classes()
          .that()
          .resideInAnyPackage("dev.hotdesk.session..", "dev.hotdesk.hours..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.hotdesk.session..",
                  "dev.hotdesk.hours..",
                  API,
                  "java.lang..",
                  "java.time..",
                  "java.util",
                  "java.util.function",
                  "java.util.regex",
                  "java.util.stream",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule who_gets_whom_is_pure =
      classes()
          .that()
          .resideInAPackage("dev.hotdesk.assignment..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.hotdesk.assignment..",
                  "dev.hotdesk.session..",
                  API,
                  "java.lang..",
                  "java.time..",
                  "java.util",
                  "java.util.function",
                  "java.util.stream",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule a_session_is_given_the_time =
      noClasses()
          .that()
          .resideInAnyPackage("dev.hotdesk.session..", "dev.hotdesk.hours..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.time.InstantSource.class);

  @ArchTest
  static final ArchRule routing_does_not_know_conversations =
      noClasses()
          .that()
          .resideInAPackage("dev.hotdesk.routing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.hotdesk.conversation..");

  @ArchTest
  static final ArchRule functions_and_conversations_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAPackage("dev.hotdesk.function..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.hotdesk.conversation..");

  @ArchTest
  static final ArchRule conversations_do_not_know_functions =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.hotdesk.session..", "dev.hotdesk.routing..", "dev.hotdesk.conversation..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.hotdesk.function..");

  @ArchTest
  static final ArchRule the_core_is_plain_java =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CORE)
                  .or(
                      resideInAnyPackage(
                          API, "java..", "javax.sql..", "org.jspecify..", "org.slf4j..")));

  @ArchTest
  static final ArchRule only_the_host_knows_pf4j =
      noClasses()
          .that(resideOutsideOfPackages(HOST).and(resideOutsideOfPackages(API)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.pf4j..");

  @ArchTest
  static final ArchRule only_capabilities_call_other_systems =
      noClasses()
          .that(
              resideOutsideOfPackages(
                  "dev.hotdesk.capability..",
                  "dev.hotdesk.cli..",
                  "dev.hotdesk.testkit..",
                  // The admin's own object store, named in the settings.
                  "dev.hotdesk.server.objects.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule generations_are_lent_through_a_port =
      noClasses()
          .that()
          .resideInAnyPackage("dev.hotdesk.generation..", "dev.hotdesk.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.hotdesk.capability..");

  @ArchTest
  static final ArchRule running_a_plugin_knows_nothing_of_its_versions =
      noClasses()
          .that()
          .resideInAnyPackage("dev.hotdesk.execution..", "dev.hotdesk.weave..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.hotdesk.generation..",
              "dev.hotdesk.rollout..",
              "dev.hotdesk.drop..",
              "dev.hotdesk.verify..",
              "dev.hotdesk.capability..",
              "dev.hotdesk.retire..");

  @ArchTest
  static final ArchRule only_settings_know_json_schema =
      noClasses()
          .that(resideOutsideOfPackages("dev.hotdesk.server.plugins.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.harrel..");

  @ArchTest
  static final ArchRule only_the_cluster_knows_redis =
      noClasses()
          .that(resideOutsideOfPackages("dev.hotdesk.server.cluster.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis.clients..");

  @ArchTest
  static final ArchRule only_attachments_know_tika =
      noClasses()
          .that(resideOutsideOfPackages("dev.hotdesk.server.attachment.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.tika..");

  @ArchTest
  static final ArchRule only_understanding_knows_models =
      noClasses()
          .that(resideOutsideOfPackages(UNDERSTANDING))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule only_the_store_knows_jpa =
      noClasses()
          .that(
              resideOutsideOfPackages(
                  "dev.hotdesk.server.store..", "dev.hotdesk.server.assembly.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..", "org.eclipse.persistence..", "org.flywaydb..");

  @ArchTest
  static final ArchRule host_and_understanding_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAnyPackage(HOST)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(UNDERSTANDING, SERVER);

  @ArchTest
  static final ArchRule understanding_knows_neither_host_nor_server =
      noClasses()
          .that()
          .resideInAPackage(UNDERSTANDING)
          .should()
          .dependOnClassesThat(resideInAnyPackage(HOST).or(resideInAnyPackage(SERVER)));

  @ArchTest
  static final ArchRule nobody_knows_the_assembly =
      noClasses()
          .that(resideOutsideOfPackages("dev.hotdesk.server.assembly.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.hotdesk.server.assembly..");

  @ArchTest
  static final ArchRule rooms_of_the_server_form_no_circle =
      slices().matching("dev.hotdesk.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule names_say_what_a_class_does =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager");
}
