package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.PeHeader;
import io.github.storemaven.msix.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The programs of a package, by their headers: rows APX-06 to APX-08. */
final class ProgramRules {
    private static final List<String> ARCHITECTURES = List.of("x86", "x64", "arm", "arm64", "neutral", "x86a64");

    private ProgramRules() {}

    static void check(AppxManifest manifest, OfPackage report) {
        checkArchitecture(manifest, report);
        checkSignatures(manifest, report);
        manifest.root()
                .everything()
                .forEach(element ->
                        element.find("Executable").ifPresent(path -> checkMachine(manifest, path, element, report)));
    }

    private static void checkArchitecture(AppxManifest manifest, OfPackage report) {
        String architecture = manifest.identity().architecture();
        if (!ARCHITECTURES.contains(architecture)) {
            String question = architecture.toLowerCase(Locale.ROOT).matches("amd64|x86[_-]64|win64")
                    ? "; did you mean \"x64\"?"
                    : Quote.didYouMean(architecture, ARCHITECTURES);
            report.error(
                    "APX-08",
                    manifest.place(),
                    "the ProcessorArchitecture is " + Quote.of(architecture) + question,
                    "use one of " + String.join(", ", ARCHITECTURES));
        }
    }

    private static void checkSignatures(AppxManifest manifest, OfPackage report) {
        NameList cut = new NameList();
        manifest.files().programs().forEach((name, program) -> {
            if (program.signatureIsMissing()) {
                cut.add(manifest.files().find(name).orElse(name));
            }
        });
        if (!cut.isEmpty()) {
            report.error(
                    "APX-06",
                    manifest.place(),
                    "The header of " + cut
                            + " points at a signature that is not in the file, as launchers of jpackage do from which"
                            + " it was removed. The Store cannot sign such a file, and certification fails with"
                            + " 0x800700C1. Set the eight bytes of the security entry (data directory 4) to zero"
                            + " before you make the package.");
        }
    }

    private static void checkMachine(AppxManifest manifest, String path, XmlElement element, OfPackage report) {
        Optional<PeHeader> program = manifest.files().program(path.replaceFirst("^(?:\\.?[/\\\\])++", ""));
        String machine = program.flatMap(PeHeader::architecture).orElse("");
        if (machine.isEmpty() || program.get().managed()) {
            return;
        }
        String wanted = manifest.identity().architecture().toLowerCase(Locale.ROOT);
        String place = manifest.place(element);
        String fact = "The manifest's ProcessorArchitecture is " + wanted + ", and " + path + " is a program for "
                + machine + ". ";
        if (wanted.equals("neutral")) {
            String advice = "Write " + machine + " if all of the package is for it.";
            report.warning("APX-07", place, fact + advice);
        } else if (wanted.equals("x64") && machine.equals("x86")) {
            report.warning("APX-07", place, fact + "Write x86, or pack the program for x64, if this is not meant.");
        } else if (!runs(machine, wanted)) {
            report.error("APX-07", place, fact + "Pack the program for " + wanted + ", or write " + machine + ".");
        }
    }

    private static boolean runs(String machine, String wanted) {
        boolean both = wanted.equals("x86a64") && (machine.equals("x86") || machine.equals("arm64"));
        return both || machine.equals(wanted) || !ARCHITECTURES.contains(wanted);
    }
}
