import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def log = BuildLog.read(basedir, 'maven.log')
def result = { name -> new JsonSlurper().parse(new File(basedir, "target/store/${name}.json")) }

assert log.has('Checked 2 packages, 1 language: no error, 0 warnings')
assert result('plan').changes*.path.containsAll(['/packages/X64/packageUrl', '/packages/ARM64', '/properties/category',
    '/listings/en-us/whatsNew'])
assert log.has('Releasing product 7d3c1f10-6f55-4c1e-9a40-3a5f0c2b9e11 to everybody')
assert log.has('Submitted the draft as submission')
assert result('installer').status == 'SUBMITTED'
assert result('installer').result == 'submitted'
assert result('installer').rehearsal
assert result('status').products[0].product.id == '7d3c1f10-6f55-4c1e-9a40-3a5f0c2b9e11'
assert log.count('REHEARSAL') == 2

// What Azure Pipelines reads on standard output.
def console = new String(new File(basedir, 'build.log').bytes, 'UTF-8').readLines()
assert console.contains('##vso[task.setvariable variable=STORE_RESULT;isOutput=true]submitted')
assert console.any { it.startsWith('##vso[task.uploadsummary]') && it.replace('\\', '/').endsWith('/store/summary.md') }
assert !console.any { it.startsWith('##vso[task.complete') }
