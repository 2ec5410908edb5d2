import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.testing.BuildFixture

BuildFixture.prepare(basedir, context)
['9PAPPDEMO002', '9PAPPDEMO003'].each { context.fixture.store().add(ApplicationSeed.published(it)) }
return true
