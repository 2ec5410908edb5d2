import io.github.storemaven.goal.BuildFixture
import java.awt.image.BufferedImage
import javax.imageio.ImageIO

BuildFixture.writePackage(basedir, 'tide.msix', '1.2.0.7')
def bad = new File(basedir, 'src/bad/listings/en-us')
new File(bad, 'images/Screenshot').mkdirs()
['src/bad', 'src/long'].each {
    new File(basedir, "$it/listings/en-us").mkdirs()
    new File(basedir, "$it/listings/en-us/releaseNotes.txt").text = 'a ' * 800 + 'b'
}
ImageIO.write(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB), 'png', new File(bad, 'images/Screenshot/01-small.png'))
new File(bad, 'title.txt').bytes = [0x54, 0xFF, 0x54] as byte[]
new File(basedir, 'src/nothing').mkdirs()
new File(bad, 'images/Icon').mkdirs()
new File(bad, 'images/Screenshots').mkdirs()
return true
