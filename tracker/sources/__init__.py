"""Letters from where they are published: asked politely, believed in nothing, written whole into the folder."""
