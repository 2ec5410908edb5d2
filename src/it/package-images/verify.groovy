import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog
import java.util.zip.ZipFile

def log = BuildLog.read(basedir, 'build.log').lines()
def result = { module -> new JsonSlurper().parse(new File(basedir, "$module/target/store/package.json")) }
def entry = { file, name -> new ZipFile(new File(basedir, file)).withCloseable { it.getInputStream(it.getEntry(name)).bytes } }
def text = { file, name -> new String(entry(file, name), 'UTF-8') }

// One image, found below the build directory; attached, so that validate finds it and install has it.
assert result('one').files*.file == ['target/one-1.4.0-x64.msix']
assert result('one').version == '1.4.0.0' && result('one').launcher == 'TideTable.exe'
assert log.count { it.contains('Package one-1.4.0-x64.msix (version 1.4.0.0, x64), artifacts of the project') } == 2

// Two images make a bundle, which wins over its packages; a logo made by hand wins over that of the icon.
assert result('two').files*.file == ['target/two-1.4.0-rc2-arm64.msix', 'target/two-1.4.0-rc2-x64.msix', 'target/two-1.4.0-rc2.msixbundle']
assert log.any { it.contains('Version 1.4.0-rc2 becomes 1.4.0.0') }
assert log.any { it.contains('Package two-1.4.0-rc2.msixbundle (version 1.4.0.0, Neutral), artifacts of the project') }
assert entry('two/target/two-1.4.0-rc2-x64.msix', 'Assets/Square44x44Logo.png') ==
        new File(basedir, 'two/src/store/assets/Square44x44Logo.png').bytes
assert text('two/target/two-1.4.0-rc2-x64.msix', 'AppxManifest.xml').contains('Alias="tides.exe"')

// A manifest of one's own.
def own = text('own/target/own-1.4.0-arm64.msix', 'AppxManifest.xml')
assert own.contains('Version="1.4.0.0"') && own.contains('ProcessorArchitecture="arm64"')
assert own.contains('<DisplayName>Tide Table</DisplayName>') && own.contains('Executable="TideTable.exe"')

// All that is wrong at once, and nothing written.
def errors = BuildLog.read(basedir, 'build.log').failureOf('errors')
['app image of Linux', 'nowhere, which is not a folder', 'store.packageVersion is "1.4.0.7"', 'icon.txt', 'write en-us',
        'store.aliases has "tides"'].each { assert errors.has(it) }
assert !new File(basedir, 'errors/target').exists()

// Installed with type and classifier; the second build writes nothing and compares with what was installed.
def repository = new File(localRepositoryPath as String, 'it/two/1.4.0-rc2')
['two-1.4.0-rc2-x64.msix', 'two-1.4.0-rc2-arm64.msix', 'two-1.4.0-rc2.msixbundle'].each { assert new File(repository, it).isFile() }
assert log.any { it.contains('Nothing has changed since the packages were made') }
assert result('one').files[0].update.from == '1.4.0.0'
assert result('one').files[0].update.bytes < result('one').files[0].update.of
