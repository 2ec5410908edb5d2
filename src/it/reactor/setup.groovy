import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.testing.BuildFixture

['tide', 'wave'].each { BuildFixture.writePackage(new File(basedir, it), it + '-1.2.0.0.msix', '1.2.0.0') }
BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
context.fixture.store().add(ApplicationSeed.published('9PAPPDEMO002'))
return true
