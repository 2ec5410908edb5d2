import io.github.storemaven.testing.VideoFile
import io.github.storemaven.emulator.ProductSeed.AddonSeed
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.testing.BuildFixture
import io.github.storemaven.json.ParsedJson
import io.github.storemaven.testing.MsixBuilder
import java.awt.image.BufferedImage
import java.nio.file.Files
import javax.imageio.ImageIO

BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
def document = { name -> ParsedJson.ofFile(new File(basedir, name).toPath()).object() }
def store = context.fixture.store()
store.add(ApplicationSeed.published('9PEVERYTHING').document(document('app.json')))
store.add(AddonSeed.published('9NPREMIUM001', 'premium', '9PEVERYTHING').document(document('addon.json')))
store.add(AddonSeed.published('9NPREMIUM002', 'premium/all', '9PEVERYTHING').document(document('addon.json')))

// Another Store, in which the same app was never published and has no add-on.
def there = [:]
context.empty = BuildFixture.start(basedir, there, 'it-client-secret+/=~plain')
context.empty.store().add(ApplicationSeed.unpublished('9PEVERYTHING').reserved('Tide Table Demo'))
context.userProperties.put('empty.serviceUrl', there['store.serviceUrl'])
context.userProperties.put('empty.loginUrl', there['store.loginUrl'])

// What no Store hands out: packages, pictures and videos.
def file = { name -> new File(basedir, name).tap { Files.createDirectories(it.toPath().parent) } }
def picture = { name, width, height, colour ->
    def image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
    image.setRGB(0, 0, colour)
    ImageIO.write(image, 'png', file(name))
}
MsixBuilder.app().version('1.2.0.0').write(file('tide.msix').toPath())
def norwegian = 'src/whole/listings/nb-NO/images'
picture("$norwegian/Screenshot/01-main.png", 1366, 768, 1)
file("$norwegian/Screenshot/01-main.txt").setText('Main view\n', 'UTF-8')
picture("$norwegian/Screenshot/02-week.png", 1366, 768, 2)
picture("$norwegian/StoreLogoSquare/box.png", 1080, 1080, 3)
picture('src/whole/listings/zh-Hans/images/Screenshot/01.png', 1366, 768, 4)
file('src/whole/trailers/intro/intro.mp4').bytes = VideoFile.video(1920, 1080, 30)
file('src/whole/trailers/intro/nb-no.txt').setText('Intro to ${project.version}\n', 'UTF-8')
picture('src/whole/trailers/intro/nb-no.png', 1920, 1080, 5)
picture('src/premium-all/listings/nb-NO/icon.png', 300, 300, 6)
file('src/without-trailer/trailers/remove.txt').setText('trailers/intro.mp4\n', 'UTF-8')
return true
