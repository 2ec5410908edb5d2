import io.github.storemaven.emulator.AddonSeed
import io.github.storemaven.emulator.ApplicationSeed
import io.github.storemaven.goal.BuildFixture
import io.github.storemaven.json.JsonReading

context.fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain')
def document = { name -> JsonReading.file(new File(basedir, name).toPath()).object() }
def store = context.fixture.store()
store.addApplication(ApplicationSeed.published('9PEVERYTHING').document(document('app.json')))
store.addAddon(AddonSeed.published('9NPREMIUM001', 'premium', '9PEVERYTHING').document(document('addon.json')))
return true
