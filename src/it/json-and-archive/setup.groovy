import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildFixture
import io.github.storemaven.testing.MsixBuilder
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')

// The whole document as GET hands it out, edited as the public examples do it.
def document = new JsonSlurper().parseText(context.fixture.store().published('9PAPPDEMO001').get().toString())
document.applicationPackages.each { it.fileStatus = 'PendingDelete' }
document.applicationPackages << [fileName: 'tide/tide-1.2.0.0.msix', fileStatus: 'PendingUpload',
                                 minimumDirectXVersion: 'None', minimumSystemRam: 'None']
document.putAll([id: '1', status: 'PendingCommit', fileUploadUrl: 'https://example.blob.core.windows.net/x',
                 notesForCertification: 'Log in as guest.'])
def upload = new File(basedir, 'upload')
upload.mkdirs()
new File(upload, 'document.json').setText(JsonOutput.prettyPrint(JsonOutput.toJson(document)), 'UTF-8')

def msix = new File(upload, 'package.msix').toPath()
MsixBuilder.app().version('1.2.0.0').write(msix)
new ZipOutputStream(new FileOutputStream(new File(upload, 'ready.zip'))).withCloseable { zip ->
    zip.putNextEntry(new ZipEntry('tide/tide-1.2.0.0.msix'))
    java.nio.file.Files.copy(msix, zip)
}
return true
