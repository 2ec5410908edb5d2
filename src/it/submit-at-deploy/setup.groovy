import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.testing.BuildFixture

BuildFixture.prepare(basedir, context)
['9PAPPDEMO002', '9PAPPDEMO003'].each { context.fixture.store().add(ApplicationSeed.published(it)) }
['snapshot', 'draft', 'released-snapshot'].each { BuildFixture.writePackage(new File(basedir, it), 'tide-1.2.0.0.msix', '1.2.0.0') }
return true
