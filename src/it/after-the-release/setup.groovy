import io.github.storemaven.emulator.ProductSeed.AddonSeed
import io.github.storemaven.emulator.ProductSeed.FlightSeed
import io.github.storemaven.testing.BuildFixture

BuildFixture.prepare(basedir, context)
def store = context.fixture.store()
store.add(FlightSeed.published('aaaaaaaa-0000-4000-8000-000000000001', 'Testers', '9PAPPDEMO001'))
store.add(AddonSeed.published('9NADDONDEMO1', 'coins', '9PAPPDEMO001'))
store.createInPartnerCenter('9NADDONDEMO1')
return true
