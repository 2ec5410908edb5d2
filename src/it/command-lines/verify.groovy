import io.github.storemaven.testing.BuildLog

context.fixture.close()
assert context.fixture.store().requestCount() == 0

def log = { name -> BuildLog.read(basedir, name + '.log') }
assert log('torn').has('Put each -D into quotes as a whole: "-Dstore.rehearse=true" "-Dstore.commit=false"')
assert ['4 problems, nothing was sent', 'store.rehearse is "yes"; allowed values: true, false',
        'There is no property store.rolloutPercent', 'store.flightName is empty on the command line', 'The value of store.archive', '"-Dstore.rehearse=true"'].every { log('values').has(it) }
assert ['torn', 'values'].every { !log(it).has('Releasing') && !log(it).has('REHEARSAL') }
