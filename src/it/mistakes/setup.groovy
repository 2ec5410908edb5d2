import io.github.storemaven.testing.BuildFixture
import java.util.zip.ZipOutputStream

new ZipOutputStream(new FileOutputStream(new File(basedir, 'flight-submission/empty.zip'))).close()
return BuildFixture.prepare(basedir, context)
