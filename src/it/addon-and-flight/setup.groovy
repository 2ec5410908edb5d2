import io.github.storemaven.goal.BuildFixture
import io.github.storemaven.msix.MsixFixture
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

// Files that only a submission.json names lie beside it.
ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), 'png', new File(basedir, 'addon/icon.png'))
MsixFixture.app().version('1.2.0.0').write(new File(basedir, 'flight/tide-1.2.0.0.msix').toPath())
context.fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain')
return true
