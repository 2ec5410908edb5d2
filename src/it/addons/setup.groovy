import io.github.storemaven.emulator.ProductSeed.AddonSeed
import io.github.storemaven.testing.BuildFixture
import jakarta.json.Json

BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
def store = context.fixture.store()
store.add(AddonSeed.published('9NADDONCO100', 'coins-100', '9PAPPDEMO001'))
store.add(AddonSeed.published('9NADDONCO500', 'coins-500', '9PAPPDEMO001'))
store.faults().set('answer', Json.createObjectBuilder()
        .add('call', 'updateSubmission')
        .add('product', '9NADDONCO500')
        .add('status', 400)
        .add('message', 'Tier3 is not for sale today')
        .add('times', 1)
        .build())
return true
