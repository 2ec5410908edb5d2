import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.testing.BuildFixture

['in-place', 'tide', 'wave'].each { BuildFixture.writePackage(new File(basedir, it), it + '-1.2.0.0.msix', '1.2.0.0') }
BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
['9PAPPDEMO002', '9PAPPDEMO003'].each { context.fixture.store().add(ApplicationSeed.published(it)) }
return true
