import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.testing.BuildFixture
import io.github.storemaven.testing.MsixBuilder
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
['9PAPPDEMO002', '9PAPPDEMO003'].each { context.fixture.store().add(ApplicationSeed.published(it)) }
['by-folder', 'one-pom'].each { BuildFixture.writePackage(new File(basedir, it), 'tide-1.2.0.0.msix', '1.2.0.0') }
// Files that only a submission.json names lie beside it.
def requests = new File(basedir, 'by-request')
ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), 'png', new File(requests, 'addon/icon.png'))
MsixBuilder.app().version('1.2.0.0').write(new File(requests, 'flight/tide-1.2.0.0.msix').toPath())
return true
