import groovy.io.FileType
import io.github.storemaven.testing.BuildFixture
import java.awt.image.BufferedImage
import java.nio.file.Files
import javax.imageio.ImageIO

BuildFixture.writePackage(basedir, 'tide-1.2.0.0.msix', '1.2.0.0')

// The listing of the sample app, but for German release notes, and with a place for the project's version.
def sample = new File(basedir, '../../../src/it/sample-app/src/store').canonicalFile
sample.eachFileRecurse(FileType.FILES) { file ->
    def copy = basedir.toPath().resolve('src/store').resolve(sample.toPath().relativize(file.toPath()))
    Files.createDirectories(copy.parent)
    Files.copy(file.toPath(), copy)
}
assert new File(basedir, 'src/store/listings/de-de/releaseNotes.txt').delete()
new File(basedir, 'src/store/listings/de-de/shortDescription.txt').setText('Gezeiten, Ausgabe ${project.version}\n', 'UTF-8')
ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), 'png',
        new File(basedir, 'src/store/addons/premium/listings/en-us/icon.png'))

return BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
