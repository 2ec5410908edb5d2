package io.github.storemaven.installer;

import static io.github.storemaven.testing.Documents.json;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenAudience;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.testing.FuzzFile;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API for MSI and EXE products, or a gateway in its place, answers: the same to every question. */
public final class InstallerAnswersFuzz {
    private static final byte[] TOKEN =
            "{\"access_token\":\"token-of-a-test\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private InstallerAnswersFuzz() {}

    /** A question to the Store. */
    private interface Question {
        void ask() throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException;
    }

    public static void fuzzerTestOneInput(byte[] input) throws InterruptedException {
        InstallerClient client = client(input);
        ask(() -> InstallerStatus.of(client, "1").lines());
        ask(() -> InstallerStatus.of(client, "1").json());
        ask(() -> {
            InstallerDraft draft = InstallerDraft.read(client);
            InstallerPlan plan = InstallerPlan.of(draft, request(), Map.of(), true);
            plan.lines();
            plan.appliedTo(draft);
            for (var patch : plan.packagePatches().entrySet()) {
                client.patchPackage(patch.getKey(), patch.getValue());
            }
        });
        ask(() -> InstallerRecord.read(FuzzFile.of("installer/record.json", input), "1")
                .ifPresent(InstallerRecord::isUnfinished));
        ask(() -> client.createAssets("en-us", 1, 1));
        ask(() -> client.publishing(client.submit()).isPublished());
    }

    private static void ask(Question question) throws InterruptedException {
        try {
            question.ask();
        } catch (InstallerRefusedException | StoreRefusedException | IOException expected) {
            // Refused with a message.
        }
    }

    private static InstallerRequest request() throws IOException {
        return new InstallerRequest(
                List.of(json(
                        "{'packageUrl':'https://example.com/a.msi','architectures':['X64'],'languages':['en-us']}")),
                json("{'properties':{'website':'https://example.com'},'availability':{'markets':['US']}}"),
                Map.of("en-us", json("{'description':'text','productFeatures':['one']}")),
                Map.of(
                        "en-us",
                        new InstallerRequest.LanguageImages(
                                Optional.of(List.of()), Optional.of(List.of()), Optional.empty())),
                Map.of(),
                StoreFolder.readApp(
                        FuzzFile.of("installer/none/x", new byte[0]).resolveSibling("y"),
                        TextSource.asWritten(),
                        problem -> {}));
    }

    private static InstallerClient client(byte[] input) {
        FakeTimeSource time = new FakeTimeSource();
        RetryPolicy retryPolicy = new RetryPolicy(time, () -> 0.5);
        Transport store = request -> new Response(200, Map.of(), input);
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(
                        URI.create("https://login.example"),
                        request -> new Response(200, Map.of(), TOKEN),
                        time,
                        new Secrets(),
                        TokenAudience.INSTALLER),
                new ClientSecret("tenant", "client", "secret-of-a-test", "test"));
        return new InstallerClient(
                new StoreConnection(
                        URI.create("https://store.example"), tokens, store, retryPolicy, InstallerClient.api("1")),
                "1");
    }
}
