import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

context.fixture.close()
def log = BuildLog.read(basedir, 'build.log')
def json = { name -> new JsonSlurper().parse(new File(basedir, name)) }
def folder = new File(basedir, 'src/store/listings')

def plan = json('target/store/plan.json')
def change = { path -> plan.changes.find { it.path == path } }
assert change('/listings/en-us/baseListing/description').to == new File(folder, 'en-us/description.txt').getText('UTF-8').trim()
assert change('/listings/en-us/baseListing/description').from
assert !change('/listings/de-de/baseListing/description').containsKey('from')
assert change('/listings/de-de/baseListing/releaseNotes').to.contains('Tides of the whole week')
assert change('/listings/de-de/baseListing/shortDescription').to == 'Gezeiten, Ausgabe 1.2.0'
assert plan.files*.name.contains('tide-1.2.0.0.msix')
assert plan.files.findAll { it.name ==~ /images\/[0-9a-f]+\.png/ }.every { it.bytes > 0 }
def markdown = new File(basedir, 'target/store/plan.md').text
assert markdown.contains('## Store release of') && markdown.contains('| `tide-1.2.0.0.msix` |')

// The page of what customers will see: made before the plan, which says where it is.
def preview = new File(basedir, 'target/store/preview')
def english = new File(preview, 'index.html').getText('UTF-8')
def german = new File(preview, 'de-de.html').getText('UTF-8')
assert english.contains('<html lang="en-us" dir="ltr">') && english.contains('<a href="de-de.html">')
assert english.contains('<del>An app that exists only in</del>') && !english.contains('<bdi>screenshots/main.png</bdi>')
assert english.contains('removed</span> screenshots/main.png') && english.contains('1.2.0.0, x64')
assert german.contains('Gezeiten, Ausgabe 1.2.0') && german.contains('Tides of the whole week')
def images = new File(preview, 'images').list() as Set
assert images && images.every { german.contains("images/$it") || english.contains("images/$it") }
assert log.has('The page of what customers will see is ') 
assert log.lines().count { it.contains('What customers will see is in ') } == 2 // not for the add-on

def published = new JsonSlurper().parseText(context.fixture.store().published('9PAPPDEMO001').get().toString())
def released = published.listings.'de-de'.baseListing
assert released.description == new File(folder, 'de-de/description.txt').getText('UTF-8').trim()
assert released.images.findAll { it.imageType == 'Screenshot' }*.fileStatus == ['Uploaded'] * 4
assert published.listings.'en-us'.baseListing.releaseNotes == new File(folder, 'en-us/releaseNotes.txt').getText('UTF-8').trim()
assert json('target/after/plan.json') == [changes: [], files: []]

def addon = context.fixture.store().published(json('target/store/addon.json').id).get()
def text = new JsonSlurper().parseText(addon.toString())
assert text.listings.'en-us'.title == 'Premium tides'
assert text.listings.'en-us'.icon.fileName ==~ /images\/[0-9a-f]+\.png/
assert text.contentType == 'OnlineDownload'
assert log.matches(/\+ Screenshot +01-day\.png \(\d+ KB\)/)
assert !log.has('SalesUnsupportedWarning')
assert context.fixture.leaks().isEmpty()
