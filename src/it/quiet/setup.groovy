return io.github.storemaven.testing.BuildFixture.prepare(basedir, context)
