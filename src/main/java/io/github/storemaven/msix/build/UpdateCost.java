package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PackageBlocks;
import io.github.storemaven.msix.PackageBlocks.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an update downloads, by the block maps: reference of packages, section 10. Windows fetches the manifest, the block
 * map, and the blocks that it does not have. Whether it finds a block again under another file name is not documented,
 * so there are two figures.
 *
 * @param bytes where a block is found again under the same file name only
 * @param atLeast where it is found again anywhere in the older package
 * @param of the size of the package, which a new installation downloads
 */
public record UpdateCost(long bytes, long atLeast, long of) {
    /**
     * Compares two versions, each a package or bundle. Packages of one architecture are compared; of a bundle, which a
     * device takes one package of, the package with the most to download counts.
     *
     * @throws io.github.storemaven.msix.InvalidPackageException when one of them is no package or has no block map
     * @throws IOException when one of them cannot be read
     */
    public static UpdateCost between(Path previous, Path current) throws IOException {
        List<PackageBlocks> before = PackageBlocks.read(previous);
        return PackageBlocks.read(current).stream()
                .map(now -> between(counterpart(before, now), now))
                .max(Comparator.comparingLong(UpdateCost::bytes))
                .orElseThrow();
    }

    /** The package that is updated: the one of the same architecture, or the only one. */
    private static Optional<PackageBlocks> counterpart(List<PackageBlocks> before, PackageBlocks now) {
        return before.size() == 1
                ? Optional.of(before.get(0))
                : before.stream()
                        .filter(one -> one.architecture().equalsIgnoreCase(now.architecture()))
                        .findFirst();
    }

    private static UpdateCost between(Optional<PackageBlocks> before, PackageBlocks now) {
        Map<String, List<Block>> known = before.filter(one -> one.hashMethod().equals(now.hashMethod()))
                .map(PackageBlocks::files)
                .orElse(Map.of());
        Set<String> anywhere = known.values().stream()
                .flatMap(Collection::stream)
                .map(Block::hash)
                .collect(Collectors.toSet());
        long bytes = now.always();
        long atLeast = now.always();
        for (Map.Entry<String, List<Block>> file : now.files().entrySet()) {
            Set<String> sameName = known.getOrDefault(file.getKey(), List.of()).stream()
                    .map(Block::hash)
                    .collect(Collectors.toSet());
            for (Block block : file.getValue()) {
                bytes += sameName.contains(block.hash()) ? 0 : block.bytes();
                atLeast += anywhere.contains(block.hash()) ? 0 : block.bytes();
            }
        }
        return new UpdateCost(bytes, atLeast, now.size());
    }
}
