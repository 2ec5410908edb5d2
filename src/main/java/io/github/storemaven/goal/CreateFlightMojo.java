package io.github.storemaven.goal;

import io.github.storemaven.check.FlightRules;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.CreateRequest;
import io.github.storemaven.submission.Creation;
import io.github.storemaven.submission.Creation.IfExists;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Creates a package flight unless it exists; its id becomes the property {@code store.created.flightId}.
 *
 * @since 0.1.0
 */
@Mojo(name = "create-flight", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class CreateFlightMojo extends AbstractServiceMojo {
    /**
     * Exact friendly name of the package flight.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.flightName")
    String flightName;

    /**
     * JSON file of the request, with friendlyName, groupIds and rankHigherThan.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.flightFile")
    File flightFile;

    /**
     * Ids of the flight groups: the long numbers at the end of their addresses in Partner Center.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.groupIds")
    List<String> groupIds;

    /**
     * Friendly name of the flight just below. Without it the new flight ranks highest.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rankHigherThan")
    String rankHigherThan;

    /**
     * What to do when it exists already: skip (the default) or fail.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.ifExists", defaultValue = "skip")
    String ifExists;

    @Inject
    public CreateFlightMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        new ModuleSkip(this).warnOfModules(false);
        boolean unnamed =
                flightFile == null && ConfigurationProblems.given(flightName).isEmpty();
        if (new ModuleSkip(this).skips(unnamed)) {
            return;
        }
        needNetwork();
        ConfigurationProblems problems = new ConfigurationProblems();
        IfExists exists = new ParameterValues(problems).of(IfExists.class, ifExists, "ifExists");
        checkProduct(problems);
        CreateRequest creating = new CreateRequest(problems, flightFile, "flightFile", this::meantFor)
                .needed("friendlyName", "flightName", CreateRequest.text(flightName))
                .needed(
                        "groupIds",
                        "groupIds",
                        "the long number at the end of the group's address in Partner Center",
                        groups())
                .field("rankHigherThan", "rankHigherThan", CreateRequest.text(rankHigherThan));
        JsonObject request = creating.build();
        creating.check((origin, report) -> new FlightRules().check(request, origin, report), getLog()::warn);
        change(
                problems,
                connection -> result().conclude(
                                answered(() -> creation(request, connection).create(exists))));
    }

    private Creation creation(JsonObject request, Connection connection) {
        String name = Members.text(request, "friendlyName").orElseThrow();
        Product.Application application = new Product.Application(applicationId.strip());
        return new Creation(
                "flight \"" + name + "\"",
                () -> connection.service().findFlights(application, name),
                () -> connection.service().createFlight(application, request),
                connection.access().time());
    }

    private CreatedId result() {
        return new CreatedId(this, "flight");
    }

    @Override
    void leaveBehind() {
        result().announce();
    }

    /** What it creates has to come from it alone. */
    @Override
    Rehearsal rehearsal(ConfigurationProblems problems) throws IOException {
        return super.rehearsal(problems).name("flightName", flightName).name("creates", "flight");
    }

    private Optional<JsonValue> groups() {
        List<String> given = ConfigurationProblems.given(groupIds);
        JsonArrayBuilder ids = Json.PROVIDER.createArrayBuilder();
        given.forEach(ids::add);
        return given.isEmpty() ? Optional.empty() : Optional.of(ids.build());
    }
}
