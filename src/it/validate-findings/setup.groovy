import io.github.storemaven.testing.BuildFixture
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

['bad', 'submit'].each { BuildFixture.writePackage(new File(basedir, it), 'tide.msix', '1.2.0.7') }
['bad', 'long'].each {
    def english = new File(basedir, "$it/src/store/listings/en-us")
    english.mkdirs()
    new File(english, 'releaseNotes.txt').text = 'a ' * 800 + 'b'
}
def bad = new File(basedir, 'bad/src/store/listings/en-us')
['images/Screenshot', 'images/Icon', 'images/Screenshots'].each { new File(bad, it).mkdirs() }
ImageIO.write(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB), 'png', new File(bad, 'images/Screenshot/01-small.png'))
new File(bad, 'title.txt').bytes = [0x54, 0xFF, 0x54] as byte[]
new File(basedir, 'long/src/nothing').mkdirs()
return true
