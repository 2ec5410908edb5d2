import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.testing.BuildFixture

BuildFixture.prepare(basedir, context)
context.fixture.store().add(ApplicationSeed.published('9PAPPDEMO002'))
return true
