import io.github.storemaven.goal.BuildFixture
import java.util.zip.ZipOutputStream

new ZipOutputStream(new FileOutputStream(new File(basedir, 'flight-submission/empty.zip'))).close()
return BuildFixture.prepare(basedir, context)
