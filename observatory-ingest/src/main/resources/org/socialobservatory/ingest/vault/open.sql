SET temp_directory = '%s';
SET memory_limit = '768MB';
SET preserve_insertion_order = true;
SET autoinstall_known_extensions = false;
SET autoload_known_extensions = false;
SET allow_community_extensions = false;
