"""The sample campaign "Small Lights": its film, its sound and the files around them, all ours."""
