import io.github.storemaven.testing.StubImage

def write = { folder, machine -> StubImage.write(new File(basedir, folder).toPath(), 'TideTable', machine) }
write('one/target/image/TideTable', StubImage.X64)
write('own/target/image/TideTable', StubImage.ARM64)
write('two/images/x64', StubImage.X64)
write('two/images/arm64', StubImage.ARM64)
['bin', 'lib/app'].each { new File(basedir, "errors/linux/$it").mkdirs() }
StubImage.icon(new File(basedir, 'icon.png').toPath(), 512)
StubImage.icon(new File(basedir, 'two/src/store/assets/Square44x44Logo.png').toPath(), 44)
return true
