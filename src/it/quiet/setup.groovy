return io.github.storemaven.goal.BuildFixture.prepare(basedir, context)
