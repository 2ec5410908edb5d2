import io.github.storemaven.goal.BuildFixture

context.fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain')
return true
