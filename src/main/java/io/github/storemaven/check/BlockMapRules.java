package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.BlockMap;
import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.PackageForm;

/** Whether a package or bundle is whole for Windows' own reader: rows APX-16 and APX-17. */
final class BlockMapRules {
    private static final String AGAIN = " Make the package again, and change nothing in it afterwards.";

    private BlockMapRules() {}

    static void check(BlockMap map, String place, OfPackage report) {
        error(map.notInPackage(), "The block map lists files that are not there: ", place, report);
        error(map.notInMap(), "The block map does not list files that are there: ", place, report);
        error(map.otherSize(), "The block map has another Size for these files: ", place, report);
        error(map.otherHeader(), "The block map has another LfhSize, or none, for these files: ", place, report);
        error(map.otherBlocks(), "The block map has other blocks for these files: ", place, report);
        if (map.manifestChanged()) {
            report.error("APX-16", place, "The hashes of the block map are not those of this manifest." + AGAIN);
        }
    }

    private static void error(NameList files, String fact, String place, OfPackage report) {
        if (!files.isEmpty()) {
            report.error("APX-16", place, fact + files + "." + AGAIN);
        }
    }

    static void check(PackageForm form, NameList sameNames, String place, OfPackage report) {
        if (form.bytesInFront()) {
            form("The file has bytes in front of its first part.", place, report);
        }
        form(form.withBlanks(), "These names have a blank, which has to be %20: ", place, report);
        form(sameNames, "These names differ from another one in case only: ", place, report);
        form(form.twoVersions(), "The two ZIP headers of these files have different versions: ", place, report);
        form(
                form.shortDescriptors(),
                "These files have a data descriptor with sizes of four bytes, as java.util.zip writes it, and Windows"
                        + " wants eight: ",
                place,
                report);
        if (!form.hasTypes()) {
            form("The package has no [Content_Types].xml.", place, report);
        }
        form(form.withoutType(), "[Content_Types].xml has no type for these files: ", place, report);
    }

    private static void form(NameList files, String fact, String place, OfPackage report) {
        if (!files.isEmpty()) {
            form(fact + files + ".", place, report);
        }
    }

    private static void form(String fact, String place, OfPackage report) {
        report.error("APX-17", place, fact + " Windows refuses it. Make the package with makeappx or the like.");
    }
}
