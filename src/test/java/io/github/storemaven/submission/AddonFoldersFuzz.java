package io.github.storemaven.submission;

import io.github.storemaven.testing.FuzzFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folder of an add-on: the request that creates it, its submission and its title. */
public final class AddonFoldersFuzz {
    private static final ReleaseLog SILENCE = new ReleaseLog() {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}
    };

    private AddonFoldersFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Path store = FuzzFile.of("addons/store/addons/coins/addon.json", input)
                    .getParent()
                    .getParent()
                    .getParent();
            FuzzFile.of("addons/store/addons/gems/submission.json", input);
            FuzzFile.of("addons/store/addons/gems/listings/en-us/title.txt", input);
            ConfigurationProblems problems = new ConfigurationProblems();
            List<AddonFolder> folders = new AddonFolders(store, List.of(), Optional.of("9NBLGGH4R315")).find(problems);
            AddonsFixture.reader(store.getParent(), SILENCE).check(folders, problems);
        } catch (IOException expected) {
            // Not readable at all.
        }
    }
}
