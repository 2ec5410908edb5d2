import io.github.storemaven.goal.BuildFixture
import java.util.zip.ZipOutputStream

new ZipOutputStream(new FileOutputStream(new File(basedir, 'empty.zip'))).close()
context.fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain')
return true
