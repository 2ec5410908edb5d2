package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultSwitches;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code /packages}: the installers, which the Store fetches when they are committed (MSI/EXE reference, section 8). */
final class PackageHandler {
    private static final String PACKAGES = "packages";
    private static final String ID = "packageId";

    private final InstallerCatalog catalog;
    private final FaultSwitches faults;
    private final Supplier<Duration> pace;

    PackageHandler(InstallerCatalog catalog, FaultSwitches faults, Supplier<Duration> pace) {
        this.catalog = catalog;
        this.faults = faults;
        this.pace = pace;
    }

    JsonObject getAll(InstallerCall call) {
        return wrapped(call.product().packages());
    }

    JsonObject getOne(InstallerCall call) throws InstallerErrorException {
        return wrapped(List.of(find(call)));
    }

    private static JsonObject wrapped(List<JsonObject> packages) {
        return Json.object().add(PACKAGES, Json.array(packages)).build();
    }

    private static JsonObject find(InstallerCall call) throws InstallerErrorException {
        return call.product().packages().stream()
                .filter(one -> Json.text(one, ID).equals(call.name()))
                .findFirst()
                .orElseThrow(
                        () -> InstallerErrorException.notFound(PACKAGES, "There is no package " + call.name() + "."));
    }

    /** Replaces the whole set; each package gets another id (section 8.2). */
    JsonObject replace(InstallerCall call) throws InstallerErrorException {
        call.requireNoSubmission(PACKAGES);
        JsonObject body = call.body(PACKAGES);
        if (!(body.get(Json.nameInAnyCase(body, PACKAGES)) instanceof JsonArray sent)) {
            throw InstallerErrorException.invalid(PACKAGES, "The field 'packages' must be an array.");
        }
        List<JsonObject> packages = new ArrayList<>();
        for (JsonValue item : sent) {
            if (!(item instanceof JsonObject one)) {
                throw InstallerErrorException.invalid(PACKAGES, "Each item of 'packages' must be an object.");
            }
            JsonObject normalized = ModuleSchema.PACKAGE.normalized(one);
            packages.add(Json.with(normalized, ID, Json.text(catalog.newIdentifier())));
        }
        return stage(call, packages);
    }

    /** Changes the members of one package that were sent. */
    JsonObject patch(InstallerCall call) throws InstallerErrorException {
        call.requireNoSubmission(PACKAGES);
        JsonObject held = find(call);
        JsonObjectBuilder merged = Json.PROVIDER.createObjectBuilder(held);
        ModuleSchema.PACKAGE.normalized(call.body(PACKAGES)).forEach(merged::add);
        JsonObject changed = merged.add(ID, Json.text(held, ID)).build();
        return stage(
                call,
                call.product().packages().stream()
                        .map(one -> one == held ? changed : one)
                        .toList());
    }

    private static JsonObject stage(InstallerCall call, List<JsonObject> packages) throws InstallerErrorException {
        List<String> problems = ModuleChecks.packages(packages);
        if (!problems.isEmpty()) {
            throw InstallerErrorException.invalid(PACKAGES, problems);
        }
        call.product().stage(packages);
        return call.changed();
    }

    /** Without changes it is a success too, since one official client always commits (section 14.3). */
    JsonObject commit(InstallerCall call) throws InstallerErrorException {
        call.requireNoSubmission(PACKAGES);
        if (call.product().isStaged()) {
            String error = faults.take(
                            Fault.Kind.PACKAGE_UPLOAD_ERROR,
                            Call.COMMIT_PACKAGES,
                            call.product().id())
                    .map(fault -> fault.text("message", "The package could not be downloaded."))
                    .orElse("");
            call.product().commitPackages(call.now().plus(pace.get()), error);
        }
        return call.changed();
    }
}
