import io.github.storemaven.emulator.ProductSeed.ApplicationSeed
import io.github.storemaven.goal.BuildFixture

BuildFixture.writePackage(basedir, 'tide-1.2.0.0.msix', '1.2.0.0')
context.fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain')
context.fixture.store().add(ApplicationSeed.published('9PAPPDEMO002'))
return true
